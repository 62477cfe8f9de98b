// Pencil: lines drawn twice by a hand that shakes a little, strokes that follow the surfaces.
vec3 styled(vec2 at) {
    float size = max(screen.y / 480.0, 0.75);
    Spot spot = spot_at(at);
    float a = solid(spot, 22.0 * size), b = solid(Spot(spot.p + 4.1, spot.uv, spot.pixel, spot.seed, spot.sky), 22.0 * size);
    vec2 shake = (vec2(a, b) - 0.5) * 2.6 * screen.zw * size;
    vec3 c = texture(picture_map, at).rgb;
    float l = luma(c);
    float line = max(ink(at + shake, size), 0.7 * ink(at - shake * 1.3, size));
    vec3 on = sheet(gl_FragCoord.xy, 2.2 * size);
    float tooth = mix(value_noise(on.xy), value_noise(on.xy * 0.5), on.z);
    float fibre = tooth * 0.6 + solid(spot, 3.0 * size) * 0.4;
    float gap = spot.sky ? 0.5 : 1.0;
    float shade = gap * smoothstep(0.62, 0.36, l) * strokes(spot, 0.8, 6.0 * size, 0.42) * 0.55;
    if (l < 0.42) shade += smoothstep(0.42, 0.2, l) * strokes(spot, -0.7, 5.5 * size, 0.42) * 0.6;
    if (l < 0.24) shade += smoothstep(0.24, 0.06, l) * strokes(spot, 0.1, 4.8 * size, 0.45) * 0.6;
    float wash = smoothstep(0.85, 0.1, l) * 0.20;
    float pencil = clamp(max(line * 0.95, shade) * (0.68 + 0.48 * fibre) + wash, 0.0, 1.0);
    vec3 paper = vec3(0.955, 0.94, 0.905) * (0.965 + 0.05 * tooth);
    return mix(paper, mix(vec3(0.17, 0.165, 0.18), c * 0.5, 0.25), pencil);
}
