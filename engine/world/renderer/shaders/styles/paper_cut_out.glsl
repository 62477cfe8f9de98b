// Sheets of coloured paper, one upon the other: flat tones, cut edges that catch light, drop shadows.
vec3 styled(vec2 at) {
    float size = max(screen.y / 480.0, 0.75);
    Spot spot = spot_at(at);
    vec2 cut = (vec2(solid(spot, 34.0 * size), solid(Spot(spot.p + 7.7, spot.uv, spot.pixel, spot.seed, spot.sky), 34.0 * size)) - 0.5) * 4.0 * size * screen.zw;
    vec2 from = at + cut;
    float depth = distance_at(from);
    bool sky = depth > 1900.0;
    uint id = texture(id_map, from).r;
    vec3 paint;
    vec3 c = calm(from, 7.0 * size, paint);
    float lit = light_on(c, paint);
    float l = luma(c);
    vec3 sheet_color = sky ? c * (stepped(l, 4.5, 0.05) / max(l, 1e-3)) : c * (stepped(lit, 0.75, 0.04) / max(lit, 1e-3));
    sheet_color = saturated(sheet_color, 1.22);
    sheet_color = mix(sheet_color, floor(sheet_color * 9.0 + 0.5) / 9.0, 0.6);
    // What lies nearer throws its shadow on the sheet behind, down and to the right.
    float shade = 0.0;
    for (int i = 1; i <= 6; i++) {
        vec2 o = vec2(-0.62, 0.78) * float(i) * 1.5 * size * screen.zw;
        bool above = texture(id_map, from + o).r != id && distance_at(from + o) < depth * 0.985;
        shade += above ? 1.0 - float(i - 1) / 6.0 : 0.0;
    }
    sheet_color *= 1.0 - 0.13 * shade;
    // The cut edge: white where it faces the light, dark where it turns away.
    vec2 up = vec2(-0.62, 0.78) * 1.2 * size * screen.zw;
    // A step away from the eye, more than the slant of the surface makes anyway.
    float over = distance_at(from + up), under = distance_at(from - up);
    bool edge_light = !sky && texture(id_map, from + up).r != id && over - depth > 0.012 * depth + 2.5 * abs(depth - under);
    bool edge_dark = !sky && texture(id_map, from - up).r != id && under - depth > 0.012 * depth + 2.5 * abs(over - depth);
    sheet_color = edge_light ? mix(sheet_color, vec3(1.0, 0.99, 0.96), 0.75) : sheet_color;
    sheet_color = edge_dark ? sheet_color * 0.80 : sheet_color;
    // Fibres and tooth of the paper, lit from the same side.
    float fibre = solid(spot, 2.4 * size) * 0.55 + solid(spot, 7.0 * size) * 0.45;
    float bump = dFdx(fibre) - dFdy(fibre);
    bump = clamp(bump, -0.25, 0.25) * step(abs(bump), 0.6);
    sheet_color *= 0.965 + 0.07 * fibre - 0.16 * bump;
    vec2 off = at - 0.5;
    return sheet_color * (1.0 - 0.25 * dot(off, off)) + 0.012;
}
