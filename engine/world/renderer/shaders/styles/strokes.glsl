// What the styles share: strokes, grain and dots that stick to things and keep their size on paper.
struct Spot {
    vec3 p;        // where on its part, m; on the sky, where on a far sphere
    vec2 uv;       // m along the face
    float pixel;   // m that one pixel covers there
    float seed;    // 0 to 1, of the thing
    bool sky;
};
Spot spot_at(vec2 at) {
    float depth = texture(depth_map, at).r;
    vec3 ray = mat3(camera) * vec3((at * 2.0 - 1.0) * lens.xy, -1.0);
    Spot spot;
    spot.sky = depth > 2500.0;
    float far = spot.sky ? 1.0 : depth;
    spot.pixel = far * 2.0 * lens.y * screen.w;
    spot.p = spot.sky ? normalize(ray) : eye.xyz + ray * depth;
    spot.uv = spot.sky ? vec2(atan(spot.p.x, -spot.p.z), asin(clamp(spot.p.y, -1.0, 1.0))) : spot.p.xz;
    spot.seed = 0.0;
#ifdef ANCHORED
    if (!spot.sky) {
        vec4 anchor = texture(anchor_map, at);
        spot.p = anchor.xyz;
        spot.seed = fract(anchor.w);
        spot.uv = anchor.w < 2.0 ? anchor.zy : (anchor.w < 3.0 ? anchor.xz : anchor.xy);
    }
#endif
    return spot;
}
// Two octaves that change places as the distance doubles: x the finer cell in m, y how far to the next.
vec2 octave(float pixel, float size_px) {
    float level = log2(pixel * size_px);
    return vec2(exp2(floor(level)), fract(level));
}
// Noise of about `size_px` pixels, 0 to 1, that sticks to the thing (solid textures in octaves).
float solid(Spot spot, float size_px) {
    vec2 scale = octave(spot.pixel, size_px);
    vec3 q = spot.p / scale.x + spot.seed * 17.0;
    float fine = value_noise3(q), coarse = value_noise3(q * 0.5 + 31.7);
    float blend = mix(fine, coarse, scale.y) - 0.5;
    return clamp(blend * inversesqrt(mix(1.0, 0.5, 4.0 * scale.y * (1.0 - scale.y))) + 0.5, 0.0, 1.0);
}
// Parallel strokes along the face, `spacing_px` apart; 1 on a stroke.  Every other one fades as they
// would come too near to each other.
float strokes(Spot spot, float angle, float spacing_px, float share) {
    vec2 scale = octave(spot.pixel, spacing_px);
    vec2 d = vec2(cos(angle), sin(angle));
    float along = dot(spot.uv, vec2(-d.y, d.x)) / scale.x, across = dot(spot.uv, d) / scale.x;
    across += (value_noise(vec2(along * 0.11, floor(across * 0.25)) + spot.seed * 9.0) - 0.5) * 0.7;
    float number = floor(across), f = abs(fract(across) - 0.5) * 2.0;
    float kept = mod(number, 2.0) < 0.5 ? 1.0 : 1.0 - scale.y;
    float soft = 2.0 * spot.pixel / scale.x;
    float pressure = 0.6 + 0.4 * value_noise(vec2(along * 0.23, number * 3.1));
    float width = share * mix(1.0, 2.0, scale.y) * pressure;
    return kept * (1.0 - smoothstep(width - soft, width + soft, f));
}
vec3 painted(vec2 at) { vec3 a = texture(albedo_map, at).rgb; return a * a; }
vec3 to_srgb(vec3 c) { return mix(c * 12.92, 1.055 * pow(max(c, 0.0031308), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c)); }
// How much of a thing at that distance the air hides.
float haze_at(float depth) { return (1.0 - exp(-fog_color.w * max(depth - 4.0, 0.0) * 0.8)) * (1.0 - tone.y); }
