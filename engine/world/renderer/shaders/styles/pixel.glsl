// A true low grid that moves with the stage, a small palette, order in the dither of gradients only.
const int COLORS = 43;
const vec3 palette[COLORS] = vec3[COLORS](
    vec3(0.30, 0.29, 0.11), vec3(0.47, 0.43, 0.17), vec3(0.66, 0.60, 0.32),
    vec3(0.05, 0.04, 0.08), vec3(0.13, 0.12, 0.19), vec3(0.24, 0.23, 0.32), vec3(0.38, 0.38, 0.46), vec3(0.55, 0.56, 0.62), vec3(0.73, 0.74, 0.77), vec3(0.88, 0.88, 0.88), vec3(0.98, 0.97, 0.93),
    vec3(0.19, 0.07, 0.10), vec3(0.42, 0.09, 0.13), vec3(0.68, 0.14, 0.16), vec3(0.87, 0.28, 0.22), vec3(0.95, 0.50, 0.38),
    vec3(0.25, 0.13, 0.09), vec3(0.42, 0.23, 0.13), vec3(0.60, 0.36, 0.20), vec3(0.76, 0.53, 0.32), vec3(0.88, 0.71, 0.50), vec3(0.95, 0.85, 0.69),
    vec3(0.75, 0.38, 0.09), vec3(0.93, 0.60, 0.14), vec3(0.98, 0.82, 0.30),
    vec3(0.07, 0.16, 0.11), vec3(0.11, 0.28, 0.15), vec3(0.21, 0.42, 0.17), vec3(0.38, 0.57, 0.20), vec3(0.60, 0.72, 0.30), vec3(0.80, 0.86, 0.48),
    vec3(0.06, 0.11, 0.25), vec3(0.10, 0.21, 0.43), vec3(0.15, 0.35, 0.62), vec3(0.28, 0.54, 0.80), vec3(0.50, 0.73, 0.90), vec3(0.74, 0.88, 0.95),
    vec3(0.05, 0.30, 0.33), vec3(0.13, 0.50, 0.50), vec3(0.35, 0.70, 0.64),
    vec3(0.26, 0.13, 0.33), vec3(0.47, 0.24, 0.50), vec3(0.73, 0.45, 0.65));
vec3 nearest(vec3 c) {
    float least = 1e9;
    vec3 best = c;
    for (int i = 0; i < COLORS; i++) {
        vec3 gap = palette[i] - c;
        float far = dot(gap * gap, vec3(0.9, 1.5, 0.7)) + 1.2 * (luma(gap) * luma(gap));
        if (far < least) { least = far; best = palette[i]; }
    }
    return best;
}
vec3 block_color(vec2 corner, float block) {
    vec3 c = vec3(0.0);
    for (int i = 0; i < 4; i++) c += texture(picture_map, (corner + (0.25 + 0.5 * vec2(i % 2, i / 2)) * block) * screen.zw).rgb;
    return c * 0.25;
}
vec3 styled(vec2 at) {
    float block = max(2.0, floor(screen.y / 135.0));
    vec3 seen = (view * vec4(0.0, 0.9, 0.0, 1.0)).xyz;
    float focal = 0.5 * screen.y / lens.y;
    vec2 middle = floor(focal * vec2(atan(seen.x, -seen.z), atan(seen.y, length(seen.xz))) + 0.5);
    vec2 cell = floor((floor(gl_FragCoord.xy) - middle) / block);
    vec2 corner = cell * block + middle;
    vec3 c = block_color(corner, block);
    vec3 right = block_color(corner + vec2(block, 0.0), block), above = block_color(corner + vec2(0.0, block), block);
    vec2 center = (corner + 0.5 * block) * screen.zw;
    float line = ink(center, block);
    c = saturated(c, 1.30);
    c = mix(c, c * c * (3.0 - 2.0 * c), 0.25);
    float change = abs(luma(right) - luma(c)) + abs(luma(above) - luma(c));
    float gentle = smoothstep(0.05, 0.02, change) * smoothstep(0.001, 0.004, change) * (1.0 - line);
    vec2 q = mod(cell, 4.0);
    vec2 h = floor(q * 0.5), k = mod(q, 2.0);
    float order = (mod(k.x * 2.0 + k.y * 3.0, 4.0) * 4.0 + mod(h.x * 2.0 + h.y * 3.0, 4.0) + 0.5) / 16.0 - 0.5;
    c += order * 0.085 * gentle;
    c *= 1.0 - 0.45 * smoothstep(0.3, 0.8, line);
    return nearest(clamp(c, 0.0, 1.0));
}
