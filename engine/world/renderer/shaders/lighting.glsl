// What a surface sends to the eye from sun, sky and lamps.
struct Skin {
    vec3 albedo;
    float roughness;
    float metal;
    vec3 n;
    vec3 v;            // to the eye
    float open;        // share of the half sphere above that nothing near covers
};
uniform int casting_lamps;      // lamps of this part of the picture: their numbers, four bits each
uniform int casting_count;
uniform int plain_lamps;
uniform int plain_count;
// Specular lobe (GGX with Smith's joint visibility) times the cosine.
float gloss(float nh, float nl, float nv, float a) {
    float a2 = a * a, d = nh * nh * (a2 - 1.0) + 1.0;
    float v = 0.5 / (nl * (nv * (1.0 - a) + a) + nv * (nl * (1.0 - a) + a) + 1e-4);
    return a2 / (3.14159265 * d * d + 1e-7) * v * nl;
}
float steps(float x) {
#ifdef CARTOON
    return x < 0.02 ? 0.0 : (smoothstep(0.10, 0.14, x) * 0.45 + smoothstep(0.45, 0.50, x) * 0.55);
#else
    return x;
#endif
}
float night_gain() { return sun_direction.w * (1.0 - tone.y); }
vec3 sun_light() { return sun_color.rgb * (1.25 + 1.35 * night_gain()); }
// lit: share of the sun that arrives. Night is lit for the eye, as films light it: more moon, more lamp.
vec3 from_sun(Skin s, float lit) {
    vec3 l = sun_direction.xyz, h = normalize(l + s.v);
    float nl = max(dot(s.n, l), 0.0), nv = max(dot(s.n, s.v), 0.02), a = s.roughness * s.roughness;
    vec3 f0 = mix(vec3(0.04), s.albedo, s.metal);
    vec3 fresnel = f0 + (1.0 - f0) * pow(1.0 - max(dot(h, s.v), 0.0), 5.0);
    return sun_light() * (s.albedo * (1.0 - s.metal) * 0.3183099 * steps(nl * lit) + fresnel * min(gloss(max(dot(s.n, h), 0.0), nl, nv, a), 24.0) * lit);
}
vec3 from_lamp(Skin s, vec3 world, int i, bool casts) {
    vec3 to = lamp_position[i].xyz - world;
    float d2 = max(dot(to, to), 0.01);
    vec3 toward = to * inversesqrt(d2);
    float reach = d2 / (lamp_position[i].w * lamp_position[i].w);
    float window = clamp(1.0 - reach * reach, 0.0, 1.0);
    float cosine = max(dot(s.n, toward) * 0.85 + 0.15, 0.0), nv = max(dot(s.n, s.v), 0.02), a = s.roughness * s.roughness;
    vec3 half_way = normalize(toward + s.v);
    float strength = window * window / (d2 + 0.22) * (1.0 + 1.2 * night_gain());
    if (casts) strength *= lamp_share(i, world, s.n, d2);
    vec3 f0 = mix(vec3(0.04), s.albedo, s.metal);
    vec3 lobe = f0 * min(gloss(max(dot(s.n, half_way), 0.0), max(dot(s.n, toward), 0.0), nv, a), 16.0);
    return lamp_color[i].rgb * strength * (s.albedo * (1.0 - s.metal) * 0.3183099 * steps(cosine) + lobe) * (0.55 + 0.45 * s.open);
}
vec3 from_lamps(Skin s, vec3 world) {
    vec3 sum = vec3(0.0);
    // Software runs a loop's body once even for no lamp at all.
#ifdef CASTING_LAMPS
    for (int k = 0; k < casting_count; k++) sum += from_lamp(s, world, (casting_lamps >> (4 * k)) & 15, true);
#endif
#ifdef PLAIN_LAMPS
    for (int k = 0; k < plain_count; k++) sum += from_lamp(s, world, (plain_lamps >> (4 * k)) & 15, false);
#endif
    return sum;
}
// Sky from everywhere, kept out of corners; a little of the floor's colour bounces back.
vec3 from_sky(Skin s) {
    vec3 ambient = sky_ambient(s.n);
    vec3 bounce = mix(vec3(s.open), vec3(1.0), 0.25 * s.albedo * (1.0 - s.open));
    ambient += ground_color.w * sun_direction.w * vec3(0.11, 0.15, 0.235) * (0.75 + 0.25 * s.n.y) * (1.0 + 0.6 * sky_top.w * sky_top.w);
    return s.albedo * (1.0 - s.metal) * ambient * s.open * bounce * 0.62;
}
// The sky (indoors: the room's light) in a mirror of that roughness.
vec3 mirrored_sky(vec3 r, float roughness) {
    vec3 around = sky_ambient(r);
    vec3 mirror = mix(sky_gradient(vec3(r.x, abs(r.y), r.z)), around, max(roughness, tone.y * 0.9));
    return mix(mirror, around * 0.6, smoothstep(0.1, -0.3, r.y));
}
// How much of what lies along the mirrored ray is seen.
vec3 mirror_share(Skin s) {
    vec3 f0 = mix(vec3(0.04), s.albedo, s.metal);
    float nv = max(dot(s.n, s.v), 0.02);
    vec3 edge = f0 + (max(vec3(1.0 - s.roughness), f0) - f0) * pow(1.0 - nv, 5.0);
    return edge * (1.0 - 0.72 * s.roughness) * s.open * mix(1.0, 0.5, tone.y) * min(ground_color.w, 1.5);
}
// Air between a point and the eye: thicker near the ground, brighter towards the sun.
vec3 through_air(vec3 light, vec3 world, vec3 v) {
    vec3 way = eye.xyz - world;
    float far = length(way);
    const float falloff = 0.045;
    float climb = falloff * way.y;
    float mean = exp(-falloff * max(world.y, 0.0)) * (abs(climb) > 1e-3 ? (1.0 - exp(-climb)) / climb : 1.0);
    float fog = 1.0 - exp(-fog_color.w * max(far - 4.0, 0.0) * 0.8 * clamp(mean, 0.0, 1.6));
    vec3 haze = fog_color.rgb + sun_color.rgb * 0.10 * pow(max(dot(-v, sun_direction.xyz), 0.0), 6.0) * (1.0 - 0.8 * sun_direction.w) * (1.0 - sky_top.w);
    return mix(light, haze, fog * (1.0 - tone.y));
}
