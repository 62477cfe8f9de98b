float hash1(vec2 p) {
    vec3 q = fract(vec3(p.xyx) * 0.1031);
    q += dot(q, q.yzx + 33.33);
    return fract((q.x + q.y) * q.z);
}
vec2 hash2(vec2 p) {
    vec3 q = fract(vec3(p.xyx) * vec3(0.1031, 0.1030, 0.0973));
    q += dot(q, q.yzx + 33.33);
    return fract((q.xx + q.yz) * q.zy);
}
float hash3(vec3 p) {
    p = fract(p * 0.1031);
    p += dot(p, p.zyx + 31.32);
    return fract((p.x + p.y) * p.z);
}
float value_noise(vec2 p) {
    vec2 cell = floor(p), f = p - cell;
    f = f * f * (3.0 - 2.0 * f);
    return mix(mix(hash1(cell), hash1(cell + vec2(1.0, 0.0)), f.x),
               mix(hash1(cell + vec2(0.0, 1.0)), hash1(cell + vec2(1.0, 1.0)), f.x), f.y);
}
float value_noise3(vec3 p) {
    vec3 cell = floor(p), f = p - cell;
    f = f * f * (3.0 - 2.0 * f);
    vec4 low = vec4(hash3(cell), hash3(cell + vec3(1, 0, 0)), hash3(cell + vec3(0, 1, 0)), hash3(cell + vec3(1, 1, 0)));
    vec4 high = vec4(hash3(cell + vec3(0, 0, 1)), hash3(cell + vec3(1, 0, 1)), hash3(cell + vec3(0, 1, 1)), hash3(cell + vec3(1, 1, 1)));
    vec4 z = mix(low, high, f.z);
    return mix(mix(z.x, z.y, f.x), mix(z.z, z.w, f.x), f.y);
}
float fbm(vec2 p) {
    return 0.5 * value_noise(p) + 0.3 * value_noise(p * 2.13 + 17.1) + 0.2 * value_noise(p * 4.41 + 5.3);
}
