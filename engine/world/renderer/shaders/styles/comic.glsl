// Ink and flat colour: bold outlines, black in the deep shadows, strokes and dots in the others.
vec3 styled(vec2 at) {
    float size = max(screen.y / 540.0, 0.75);
    vec3 c = smooth_edges(at).rgb;
    float depth = distance_at(at);
    bool sky = depth > 1900.0;
    Spot spot = spot_at(at);
    vec3 paint;
    vec3 soft = calm(at, 4.0 * size, paint);
    float lit = sky ? 0.9 : light_on(soft, paint);
    float l = luma(c);
    vec3 flat_color = sky ? c : c * (stepped(lit, 0.9, 0.06) / max(lit, 1e-3));
    flat_color = saturated(flat_color, 1.35);
    flat_color = mix(flat_color, floor(flat_color * 6.0 + 0.5) / 6.0, 0.45);
    flat_color = mix(flat_color, vec3(1.0, 0.965, 0.88), 0.07);
    // Dots for the half tones, on the sheet; strokes round the form for the shadows.
    vec3 on = sheet(gl_FragCoord.xy, 5.0 * size);
    mat2 turn = mat2(0.7071, 0.7071, -0.7071, 0.7071);
    vec2 fine = fract(turn * on.xy) - 0.5, coarse = fract(turn * on.xy * 0.5) - 0.5;
    float edge = 0.10;
    float wanted = sky ? smoothstep(0.75, 0.30, l) * 0.32 : smoothstep(0.80, 0.45, lit) * 0.38;
    float dots = mix(smoothstep(wanted + edge, wanted - edge, length(fine) * 1.2),
                     smoothstep(wanted + edge, wanted - edge, length(coarse) * 1.2), on.z) * step(0.03, wanted);
    float deep = sky ? 0.0 : smoothstep(0.42, 0.24, lit);
    float hatched = deep > 0.01 ? strokes(spot, 0.8, 5.5 * size, 0.55) : 0.0;
    float black = sky ? 0.0 : smoothstep(0.13, 0.07, max(lit * 0.6, l));
    vec3 inked = flat_color * (1.0 - 0.30 * dots * (1.0 - deep));
    float line = max(outline(at, 1.5 * size), ink(at, 1.2 * size) * 0.9) * clamp(24.0 / depth, 0.12, 1.0);
    float all = max(max(line, deep * hatched * 0.85), black);
    return mix(inked, vec3(0.045, 0.04, 0.06), all);
}
