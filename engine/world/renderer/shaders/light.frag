// Light on everything the camera sees: sun with soft shadow, sky, lamps, emission, wet ground, fog.
in vec2 uv;
out vec4 color;
uniform sampler2D albedo_map;
uniform sampler2D normal_map;
uniform sampler2D depth_map;
uniform sampler2D occlusion_map;
uniform sampler2DShadow shadow_map;

float shadow_share(vec4 clip, float slot) {
    vec2 at = vec2((clip.x * 0.5 + 0.5 + slot) * 0.5, clip.y * 0.5 + 0.5);
    float depth = clip.z * 0.5 + 0.5, lit = 0.0;
    vec2 texel = cascade.zw * 1.75;
    float low = slot * 0.5 + 2.0 * cascade.z, high = low + 0.5 - 4.0 * cascade.z;
    const vec2 taps[9] = vec2[9](vec2(0.0, 0.0), vec2(0.95, 0.31), vec2(-0.81, 0.59), vec2(0.31, -0.95), vec2(-0.59, -0.81),
                                 vec2(0.45, 1.55), vec2(-1.62, -0.25), vec2(1.55, -0.60), vec2(-0.35, 1.45));
    for (int i = 0; i < 9; i++) {
        vec2 tap = at + taps[i] * texel;
        lit += texture(shadow_map, vec3(clamp(tap.x, low, high), tap.y, depth));
    }
    return lit / 9.0;
}
float sun_share(vec3 world, vec3 n, float facing) {
    float lean = 1.0 - facing * facing;
    vec4 near = shadow[0] * vec4(world + n * cascade.x * (0.8 + 2.2 * lean), 1.0);
    vec4 far = shadow[1] * vec4(world + n * cascade.y * (0.8 + 2.2 * lean), 1.0);
    vec2 edge = abs(near.xy);
    bool is_far = max(edge.x, edge.y) > 0.97;
    if (tone.w > 0.5) return is_far ? 1.0 : shadow_share(near, 0.0);
    edge = abs(far.xy);
    float share = shadow_share(is_far ? far : near, is_far ? 1.0 : 0.0);
    return is_far ? mix(share, 1.0, smoothstep(0.85, 0.97, max(edge.x, edge.y))) : share;
}
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
#ifdef WET
// A short march along the reflected ray through the depth picture; w: 1 when it met something.
vec4 reflected(vec3 world, vec3 r, float depth) {
    float order = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
    float travel = 0.0, step_m = 0.12 + 0.04 * depth;
    vec4 hit = vec4(0.0);
    for (int i = 0; i < 10; i++) {
        travel += step_m * (i == 0 ? 0.5 + order : 1.0);
        step_m *= 1.38;
        vec4 seen = view * vec4(world + r * travel, 1.0);
        vec2 at = seen.xy / (-seen.z * lens.xy) * 0.5 + 0.5;
        float behind = -seen.z - texture(depth_map, at).r;
        bool found = hit.w < 0.5 && seen.z < -0.1 && behind > 0.0 && behind < step_m * 1.5 && abs(at.x - 0.5) < 0.5 && abs(at.y - 0.5) < 0.5;
        hit = found ? vec4(at, travel, 1.0) : hit;
    }
    return hit;
}
#endif
void main() {
    vec4 paint = texture(albedo_map, uv), bent = texture(normal_map, uv);
    float depth = texture(depth_map, uv).r;
    vec3 albedo = paint.rgb * paint.rgb;
    float roughness = clamp(paint.a, 0.045, 1.0);
    vec3 n = bent.xyz;
    float metal = bent.w < -0.5 ? 1.0 : 0.0, emission = max(bent.w, 0.0);
    vec2 ndc = uv * 2.0 - 1.0;
    vec3 ray = mat3(camera) * vec3(ndc * lens.xy, -1.0);
    vec3 world = eye.xyz + ray * depth;
    vec3 v = -normalize(ray);
    float open = texture(occlusion_map, uv).r;
#ifdef CLAY
    // Pastel: every colour keeps its hue and comes to much the same, light, tone.
    vec3 hue = albedo / (max(albedo.r, max(albedo.g, albedo.b)) + 0.02);
    float lightness = 0.20 + 0.28 * sqrt(dot(albedo, vec3(0.3, 0.5, 0.2)));
    albedo = lightness * (0.45 + 0.85 * hue * sqrt(hue));
    roughness = 0.92; metal = 0.0;
#endif
    float puddle = 0.0;
#ifdef WET
    float wet = sun_color.w, level = smoothstep(0.75, 0.97, n.y) * (1.0 - tone.y);
    float pool = value_noise(world.xz * 0.55) * 0.6 + value_noise(world.xz * 1.7 + 9.0) * 0.4;
    float sealed = smoothstep(0.905, 0.875, paint.a);   // grass, gravel and sand drink the water
    puddle = level * sealed * smoothstep(0.80 - 0.32 * wet, 0.90 - 0.32 * wet, pool);
    float soak = wet * mix(0.35, 1.0, level) * mix(0.55, 1.0, sealed);
    albedo *= 1.0 - 0.45 * soak * (1.0 - metal);
    roughness = mix(roughness, min(roughness, 0.32), soak * 0.85 * sealed);
    roughness = mix(roughness, 0.06, puddle);
    n = normalize(mix(n, vec3(0.0, 1.0, 0.0), puddle * 0.92));
    // Rings where drops fall: one drop to a cell and a beat.
    vec2 ring_uv = world.xz * 3.4, ring_cell = floor(ring_uv);
    float beat = eye.w * 2.1 + hash1(ring_cell);
    vec2 from_drop = ring_uv - ring_cell - 0.25 - 0.5 * hash2(ring_cell + floor(beat) * 1.7);
    float ring_r = length(from_drop), age = fract(beat);
    float ring = exp(-abs(ring_r - age * 0.34) * 34.0) * (1.0 - age) * step(hash1(ring_cell + floor(beat)), 0.2 + 0.75 * weather.x);
    ring *= weather.x * level * clamp(1.4 - depth * 0.09, 0.0, 1.0);
    n = normalize(n + vec3(from_drop.x, 0.0, from_drop.y) * ring * 2.2);
#endif
    float nv = max(dot(n, v), 0.02);
    vec3 f0 = mix(vec3(0.04), albedo, metal);
    vec3 diffuse = albedo * (1.0 - metal);
    float a = roughness * roughness;
    // Sun or moon.
    vec3 l = sun_direction.xyz, h = normalize(l + v);
    float nl = dot(n, l), lit = 0.0;
    lit = nl > 0.0 ? sun_share(world, n, nl) : 0.0;
    nl = max(nl, 0.0);
    vec3 fresnel = f0 + (1.0 - f0) * pow(1.0 - max(dot(h, v), 0.0), 5.0);
    // Night is lit for the eye, as films light it: more moon, more lamp.
    float night = sun_direction.w * (1.0 - tone.y);
    vec3 sun = sun_color.rgb * (1.25 + 1.35 * night);
    vec3 sum = sun * (diffuse * 0.3183099 * steps(nl * lit) + fresnel * min(gloss(max(dot(n, h), 0.0), nl, nv, a), 24.0) * lit);
    // Lamps.
    int lamps = int(tone.z + 0.5);
    for (int i = 0; i < lamps; i++) {
        vec3 to = lamp_position[i].xyz - world;
        float d2 = max(dot(to, to), 0.01);
        vec3 toward = to * inversesqrt(d2);
        float reach = d2 / (lamp_position[i].w * lamp_position[i].w);
        float window = clamp(1.0 - reach * reach, 0.0, 1.0);
        float cosine = max(dot(n, toward) * 0.85 + 0.15, 0.0);
        vec3 half_way = normalize(toward + v);
        float strength = window * window / (d2 + 0.04) * (1.0 + 1.2 * night);
        if (i == 0 && tone.w > 0.5) {
            vec4 clip = shadow[1] * vec4(world + n * (0.02 + 0.012 * sqrt(d2)), 1.0);
            vec3 at = clip.xyz / max(clip.w, 1e-3);
            bool inside = clip.w > 0.0 && max(abs(at.x), abs(at.y)) < 0.98;
            strength *= inside ? 0.12 + 0.88 * shadow_share(vec4(at, 1.0), 1.0) : 1.0;
        }
        vec3 lobe = f0 * min(gloss(max(dot(n, half_way), 0.0), max(dot(n, toward), 0.0), nv, a), 16.0);
        sum += lamp_color[i].rgb * strength * (diffuse * 0.3183099 * steps(cosine) + lobe) * (0.55 + 0.45 * open);
    }
    // Sky from everywhere, kept out of corners; a little of the floor's colour bounces back.
    vec3 ambient = sky_ambient(n);
    vec3 bounce = mix(vec3(open), vec3(1.0), 0.25 * albedo * (1.0 - open));
    ambient += ground_color.w * sun_direction.w * vec3(0.11, 0.15, 0.235) * (0.75 + 0.25 * n.y) * (1.0 + 0.6 * sky_top.w * sky_top.w);
    sum += diffuse * ambient * open * bounce * 0.62;
    vec3 r = reflect(-v, n);
    vec3 mirror = mix(sky_gradient(vec3(r.x, abs(r.y), r.z)), sky_ambient(r), max(roughness, tone.y * 0.9)) ;
    mirror = mix(mirror, sky_ambient(r) * 0.6, smoothstep(0.1, -0.3, r.y));
    float gleam = 1.0 - 0.72 * roughness;
    vec3 edge = f0 + (max(vec3(1.0 - roughness), f0) - f0) * pow(1.0 - nv, 5.0);
#ifdef WET
    {
        vec4 hit = reflected(world, normalize(r + vec3(0.0, 0.02, 0.0)), depth);
        vec3 other = texture(albedo_map, hit.xy).rgb;
        vec4 other_n = texture(normal_map, hit.xy);
        other *= other;
        vec3 other_light = other * (sky_ambient(other_n.xyz) + sun * 0.3183099 * max(dot(other_n.xyz, l), 0.0) * 0.6 + vec3(max(other_n.w, 0.0)) * 1.3);
        for (int i = 0; i < lamps; i++) {
            vec3 gap = lamp_position[i].xyz - (world + r * hit.z);
            other_light += other * lamp_color[i].rgb * 0.25 * clamp(1.0 - dot(gap, gap) / (lamp_position[i].w * lamp_position[i].w), 0.0, 1.0) / (dot(gap, gap) + 0.3);
        }
        float border = smoothstep(0.5, 0.4, abs(hit.x - 0.5)) * smoothstep(0.5, 0.42, abs(hit.y - 0.5));
        mirror = mix(mirror, other_light, hit.w * border * level * smoothstep(0.5, 0.2, roughness));
        edge = mix(edge, max(edge, vec3(0.05 + 0.75 * pow(1.0 - nv, 4.0))), puddle);
    }
    sum += ring * 0.10 * sky_ambient(vec3(0.0, 1.0, 0.0));
#endif
    sum += mirror * edge * gleam * open * mix(1.0, 0.5, tone.y) * min(ground_color.w, 1.5);
#ifdef CLAY
    sum += diffuse * 0.10 * pow(1.0 - nv, 3.0);
#else
    // A thin rim of sky light lifts figures off their background.
    sum += diffuse * sky_horizon.rgb * ground_color.w * 0.22 * pow(1.0 - nv, 4.0) * open * (0.5 + 0.5 * n.y);
#endif
    sum += albedo * emission;
    float far = length(ray) * depth;
    float fog = 1.0 - exp(-fog_color.w * max(far - 4.0, 0.0) * 0.8);
    vec3 haze = fog_color.rgb + sun_color.rgb * 0.10 * pow(max(dot(-v, l), 0.0), 6.0) * (1.0 - 0.8 * sun_direction.w) * (1.0 - sky_top.w);
    sum = mix(sum, haze, fog * (1.0 - tone.y));
    color = vec4(min(sum, 60.0), 1.0);
    // A picture shown as it is: alpha 2 tells the developer to leave it alone.
    if (emission > 12.0) color = vec4(albedo, 2.0);
}
