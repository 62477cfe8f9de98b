// Shares of sun and lamps that reach a point; soft by fixed discs of taps, so nothing crawls or boils.
uniform sampler2DShadow shadow_map;
uniform float sun_shines;          // -1 where no sun comes
#ifdef SOFT
uniform sampler2D shadow_depth;    // the same map, read as numbers
const int TAPS = 10;
const float SPREAD = 1.17;         // the first taps of the disc, drawn out to fill it
#else
const int TAPS = 8;
const float SPREAD = 1.3;
#endif
const vec2 DISC[14] = vec2[14](
    vec2(0.1336, 0.0), vec2(-0.2412, 0.2210), vec2(0.0369, -0.4209), vec2(0.3040, 0.3966),
    vec2(-0.5583, -0.0988), vec2(0.5287, -0.3363), vec2(-0.1769, 0.6580), vec2(-0.3375, -0.6501),
    vec2(0.7192, 0.2627), vec2(-0.7444, 0.3413), vec2(0.3377, -0.7974), vec2(0.2936, 0.8570),
    vec2(-0.8138, -0.4721), vec2(0.9293, -0.2145));
// at: place and depth in the atlas. radius: of the disc in texels.
float disc_share(vec3 at, vec4 bounds, float radius) {
    float lit = 0.0;
    vec2 reach = cascade.zw * radius;
    for (int i = 0; i < TAPS; i++) lit += texture(shadow_map, vec3(clamp(at.xy + DISC[i] * reach * SPREAD, bounds.xy, bounds.zw), at.z));
    return lit / float(TAPS);
}
// The farther the caster, the wider the edge.
float sun_radius(vec3 at, vec4 bounds, float texel) {
#ifdef SOFT
    float reach = clamp(0.30 / texel, 2.0, 7.0), gap = 0.0, found = 0.0;
    for (int i = 0; i < 4; i++) {
        float other = texture(shadow_depth, clamp(at.xy + DISC[3 * i + 3] * cascade.zw * reach, bounds.xy, bounds.zw)).r;
        float before = step(other, at.z - 0.00015);
        gap += before * (at.z - other);
        found += before;
    }
    float away = found > 0.0 ? gap / found * 320.0 : 0.0;    // m; the map is 320 m deep
    return clamp(away * (0.016 + 0.03 * sky_top.w) / texel, 1.3, reach);
#else
    return 1.9;
#endif
}
vec4 tile_bounds(vec2 origin, vec2 size) {
    return vec4(origin + 2.0 * cascade.zw, origin + size - 2.0 * cascade.zw);
}
float sun_share(vec3 world, vec3 n, float facing) {
    float lean = 1.0 - facing * facing;
    vec4 near = shadow[0] * vec4(world + n * cascade.x * (0.9 + 2.4 * lean), 1.0);
    vec4 far = shadow[1] * vec4(world + n * cascade.y * (0.9 + 2.4 * lean), 1.0);
    float beyond = smoothstep(0.84, 0.96, max(abs(near.x), abs(near.y)));
    float outside = smoothstep(0.85, 0.97, max(abs(far.x), abs(far.y)));
    // Software runs what no pixel of a block needs, unless a loop ends first.
    int first = beyond >= 1.0 ? 1 : 0, last = facing <= 0.0 || (beyond >= 1.0 && outside >= 1.0) ? -1 : (beyond > 0.0 ? 1 : 0);
    float share = facing <= 0.0 ? 0.0 : (beyond >= 1.0 && outside >= 1.0 ? 1.0 : 0.0);
    for (int slot = first; slot <= last; slot++) {
        vec4 clip = slot == 0 ? near : far;
        vec2 origin = vec2(0.5 * float(slot), 0.0);
        vec4 bounds = tile_bounds(origin, vec2(0.5, 0.6666667));
        vec3 at = vec3(origin + (clip.xy * 0.5 + 0.5) * vec2(0.5, 0.6666667), clip.z * 0.5 + 0.5);
        float part = disc_share(at, bounds, sun_radius(at, bounds, slot == 0 ? cascade.x : cascade.y));
        share += slot == 0 ? part * (1.0 - beyond) : mix(part, 1.0, outside) * beyond;
    }
    return share;
}
// Lamp i's light from above; beyond its map it is not stopped.
float lamp_share(int i, vec3 world, vec3 n, float d2) {
    vec4 clip = shadow[2 + i] * vec4(world + n * (0.02 + 0.016 * sqrt(d2)), 1.0);
    vec3 ndc = clip.xyz / max(clip.w, 1e-3);
    float rim = smoothstep(0.80, 0.97, max(abs(ndc.x), abs(ndc.y)));
    vec2 origin = vec2(0.25 * float(i), 0.6666667), size = vec2(0.25, 0.3333333);
    vec3 at = vec3(origin + (ndc.xy * 0.5 + 0.5) * size, ndc.z * 0.5 + 0.5);
    vec4 bounds = tile_bounds(origin, size);
    float lit = 0.0;
    for (int k = 0; k < 5; k++) lit += texture(shadow_map, vec3(clamp(at.xy + DISC[2 * k] * cascade.zw * 2.4, bounds.xy, bounds.zw), at.z));
    return clip.w > 0.0 ? mix(0.08 + 0.92 * lit / 5.0, 1.0, rim) : 1.0;
}
