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
// Parallel strokes along the face, `spacing_px` apart on the picture however it is turned; 1 on a
// stroke.  Every other one fades as they would come too near to each other.
float strokes(Spot spot, float angle, float spacing_px, float share) {
    vec2 d = vec2(cos(angle), sin(angle));
    float way = dot(spot.uv, d);
    float pixel = clamp(length(vec2(dFdx(way), dFdy(way))), 0.4 * spot.pixel, 14.0 * spot.pixel);
    vec2 scale = octave(pixel, spacing_px);
    float coarser = exp2(scale.y);
    float across = way / scale.x + (solid(spot, 9.0 * spacing_px) - 0.5) * 1.1 * coarser;
    float number = floor(across + 0.5), f = abs(across - number) * 2.0;
    float kept = mod(number, 2.0) < 0.5 ? 1.0 : 1.0 - smoothstep(0.1, 0.9, scale.y);
    float soft = 2.0 * pixel / scale.x;
    float width = share * coarser * (0.55 + 0.45 * solid(spot, 4.0 * spacing_px));
    return kept * (1.0 - smoothstep(width - soft, width + soft, f));
}
vec3 painted(vec2 at) { vec3 a = texture(albedo_map, at).rgb; return a * a; }
vec3 to_srgb(vec3 c) { return mix(c * 12.92, 1.055 * pow(max(c, 0.0031308), vec3(1.0 / 2.4)) - 0.055, step(0.0031308, c)); }
// How much of a thing at that distance the air hides.
float haze_at(float depth) { return (1.0 - exp(-fog_color.w * max(depth - 4.0, 0.0) * 0.8)) * (1.0 - tone.y); }
// The sheet that the picture is drawn on: pixels measured from where the stage's middle is seen, at
// a scale that goes with the camera's distance in octaves.  xy: fine cells, z: how far to the coarse.
vec3 sheet(vec2 px, float cell_px) {
    vec3 seen = (view * vec4(0.0, 0.9, 0.0, 1.0)).xyz;
    float focal = 0.5 * screen.y / lens.y;
    vec2 middle = focal * vec2(atan(seen.x, -seen.z), atan(seen.y, length(seen.xz))) + 0.5 * screen.xy;
    float level = log2(max(length(seen), 0.5) / focal * 80.0 * cell_px);
    float cells = exp2(fract(level)) / cell_px;
    return vec3((px - middle) * cells, fract(level));
}
// Steps of light, `per_stop` to a doubling, so that night has as many as day.
float stepped(float x, float per_stop, float soft) {
    float level = log2(max(x, 1e-3)) * per_stop, whole = floor(level);
    return exp2((whole + smoothstep(0.5 - soft, 0.5 + soft, level - whole)) / per_stop);
}
// How much light lies on the paint of a pixel, about 0 to 1.
float light_on(vec3 shown, vec3 paint_srgb) { return luma(shown) / max(luma(paint_srgb), 0.06); }
// 1 along outlines of things (not inside them), `px` wide; what is thinner than its outline (blades
// of grass, wires) is left to its own colour.
float outline(vec2 at, float px) {
    vec2 step_uv = screen.zw * px;
    uint id = texture(id_map, at).r;
    float d = distance_at(at), found = 0.0, thin = 0.0;
    for (int i = 0; i < 4; i++) {
        float angle = float(i) * 0.7853982;
        vec2 o = vec2(cos(angle), sin(angle)) * step_uv, wide = o * 1.6;
        bool one = texture(id_map, at + o).r != id || abs(1.0 / distance_at(at + o) - 1.0 / d) * d > 0.12;
        bool two = texture(id_map, at - o).r != id || abs(1.0 / distance_at(at - o) - 1.0 / d) * d > 0.12;
        found += (one ? 1.0 : 0.0) + (two ? 1.0 : 0.0);
        bool before = distance_at(at + wide) > d * 1.03, after = distance_at(at - wide) > d * 1.03;
        thin += before && after ? 1.0 : 0.0;
    }
    return smoothstep(0.5, 3.5, found) * (1.0 - 0.75 * smoothstep(0.5, 2.0, thin));
}
// A little the colour of its surroundings: the mean of a ring of pixels.
vec3 blurred(vec2 at, float px) {
    vec3 sum = texture(picture_map, at).rgb * 2.0;
    for (int i = 0; i < 8; i++) {
        float angle = float(i) * 0.7853982 + 0.39;
        sum += texture(picture_map, at + vec2(cos(angle), sin(angle)) * screen.zw * px).rgb;
    }
    return sum * 0.1;
}
// Picture and paint around a pixel without what belongs to other things: patterns and noise calm down.
vec3 calm(vec2 at, float px, out vec3 paint) {
    uint id = texture(id_map, at).r;
    vec3 sum = texture(picture_map, at).rgb;
    vec3 own = painted(at);
    paint = own;
    float weight = 1.0;
    for (int i = 0; i < 10; i++) {
        float angle = float(i) * 2.3999632, r = px * sqrt((float(i) + 1.0) / 10.0);
        vec2 other = at + vec2(cos(angle), sin(angle)) * r * screen.zw;
        vec3 theirs = painted(other), gap = abs(theirs - own);
        float same = texture(id_map, other).r == id ? smoothstep(0.30, 0.12, gap.r + gap.g + gap.b) : 0.0;
        sum += same * texture(picture_map, other).rgb;
        paint += same * theirs;
        weight += same;
    }
    paint = to_srgb(paint / weight);
    return sum / weight;
}
