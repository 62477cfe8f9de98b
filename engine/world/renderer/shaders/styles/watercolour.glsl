// Washes: wobbling edges where pigment gathers, granulation, colours that run into each other, paper.
vec3 styled(vec2 at) {
    float size = max(screen.y / 480.0, 0.75);
    Spot spot = spot_at(at);
    float slow = solid(spot, 46.0 * size), slow2 = solid(Spot(spot.p + 5.3, spot.uv, spot.pixel, spot.seed, spot.sky), 46.0 * size);
    vec2 wobble = (vec2(slow, slow2) - 0.5) * 7.0 * size * screen.zw;
    vec2 from = at + wobble;
    vec3 near = blurred(from, 1.3 * size), wide = blurred(from, 6.5 * size);
    float depth = distance_at(from);
    bool sky = depth > 1900.0;
    // Far and pale things bleed, near ones keep their shape.
    float bleed = sky ? 0.85 : 0.06 + 0.45 * smoothstep(7.0, 40.0, depth);
    vec3 c = mix(near, wide, bleed);
    float l = luma(c);
    c *= mix(1.0, stepped(l, 2.0, 0.22) / max(l, 1e-3), 0.55);
    // Thin paint: the paper shines through, most where it is light; hues stay clear.
    c = pow(max(c, 0.0), vec3(0.72));
    c = saturated(c, 1.55);
    c = mix(clamp(c, 0.0, 1.0), vec3(0.99, 0.98, 0.955), 0.12 + 0.30 * smoothstep(0.45, 0.95, l));
    // Pigment: settles along the edges of a wash, in blooms and in the paper's pits.
    vec3 differs = abs(near - wide);
    float rim = smoothstep(0.035, 0.16, differs.r + differs.g + differs.b);
    float edge = outline(from, 1.6 * size) * clamp(14.0 / depth, 0.25, 1.0);
    float bloom = solid(spot, 24.0 * size) * 0.6 + slow * 0.4;
    vec3 on = sheet(gl_FragCoord.xy, 3.0 * size);
    float tooth = mix(value_noise(on.xy), value_noise(on.xy * 0.5), on.z) - 0.5;
    float grainy = solid(spot, 3.2 * size) - 0.5;
    float density = 1.0 + 0.55 * (bloom - 0.5) + 0.50 * rim + 0.55 * edge + 0.30 * tooth + 0.22 * grainy;
    c = clamp(c * (1.0 - (1.0 - c) * (density - 1.0)), 0.0, 1.0);
    vec3 paper = vec3(0.975, 0.962, 0.93) * (1.0 + 0.05 * tooth);
    c *= mix(vec3(1.0), paper, 0.7);
    // The sheet's border stays bare, its edge is where the brush stopped.
    vec2 px = gl_FragCoord.xy;
    vec2 inner = min(px, screen.xy - px) / screen.y;
    float stop = 0.018 + 0.020 * value_noise(px / screen.y * 9.0) + 0.008 * value_noise(px / screen.y * 41.0);
    float inside = smoothstep(stop - 0.004, stop + 0.004, min(inner.x, inner.y));
    float pooled = smoothstep(stop + 0.016, stop + 0.002, min(inner.x, inner.y)) * inside;
    c = clamp(c * (1.0 - (1.0 - c) * pooled * 0.5), 0.0, 1.0);
    return mix(paper, c, inside);
}
