// White lines on blue: outlines, construction grid of metres on the ground, ticks along the frame.
float rule(float x, float pixel) { return smoothstep(1.4 * pixel, 0.4 * pixel, abs(fract(x + 0.5) - 0.5)); }
vec3 styled(vec2 at) {
    float size = max(screen.y / 540.0, 0.8);
    Spot spot = spot_at(at);
    vec3 c = texture(picture_map, at).rgb;
    float depth = distance_at(at), l = luma(c);
    bool sky = depth > 1900.0;
    // The sheet: graph paper that goes with the camera, fibres, edges faded by use.
    vec3 on = sheet(gl_FragCoord.xy, 22.0 * size);
    float px = 1.0 / (22.0 * size) * exp2(on.z);
    float fine = max(rule(on.x, px), rule(on.y, px)) * (1.0 - on.z);
    float coarse = max(rule(on.x * 0.5, px * 0.5), rule(on.y * 0.5, px * 0.5));
    float tooth = value_noise(on.xy * 9.0) * 0.5 + value_noise(on.xy * 4.5) * 0.5;
    vec2 off = at - 0.5;
    vec3 blue = mix(vec3(0.035, 0.135, 0.36), vec3(0.07, 0.21, 0.47), 0.35 + 0.4 * tooth - 0.9 * dot(off, off));
    blue += vec3(0.05, 0.08, 0.11) * max(0.45 * fine, 0.8 * coarse);
    // A breath of tone, so that form reads; shaded sides are hatched.
    vec3 n = texture(normal_map, at).xyz;
    float form = sky ? 0.0 : 0.5 + 0.5 * dot(n, normalize(vec3(-0.4, 0.7, 0.6)));
    blue += sky ? vec3(0.0) : vec3(0.05, 0.075, 0.10) * (form - 0.35);
    float shaded = sky ? 0.0 : smoothstep(0.34, 0.12, l) * (1.0 - haze_at(depth));
    float drawn = shaded > 0.02 ? 0.30 * shaded * strokes(spot, 0.785, 6.5 * size, 0.22) : 0.0;
    // Metres on the level ground.
    vec3 world = eye.xyz + mat3(camera) * vec3((at * 2.0 - 1.0) * lens.xy, -1.0) * depth;
    float level = sky ? 0.0 : smoothstep(0.97, 0.99, n.y) * smoothstep(0.12, 0.05, abs(world.y)) * smoothstep(22.0, 8.0, depth);
    vec2 wide = fwidth(world.xz);
    float metres = max(rule(world.x, max(wide.x, 1e-4)), rule(world.z, max(wide.y, 1e-4)));
    drawn = max(drawn, 0.34 * level * metres);
    float near = clamp(26.0 / depth, 0.22, 1.0);
    drawn = max(drawn, max(outline(at, 0.85 * size), 0.75 * ink(at, size)) * near);
    // What is painted on things: faint lines where the paint changes.
    vec2 px1 = screen.zw;
    float paint_x = luma(painted(at + vec2(px1.x, 0.0))) - luma(painted(at - vec2(px1.x, 0.0)));
    float paint_y = luma(painted(at + vec2(0.0, px1.y))) - luma(painted(at - vec2(0.0, px1.y)));
    drawn = max(drawn, sky ? 0.0 : 0.55 * smoothstep(0.05, 0.16, abs(paint_x) + abs(paint_y)) * smoothstep(60.0, 12.0, depth));
    // The frame with its ticks: every fifth longer.
    vec2 p = gl_FragCoord.xy, q = min(p, screen.xy - p);
    float border = 13.0 * size, low = min(q.x, q.y);
    drawn = max(drawn, 0.9 * smoothstep(0.9 * size, 0.3 * size, abs(low - border)));
    float along = (q.x < q.y ? p.y - 0.5 * screen.y : p.x - 0.5 * screen.x) / (9.0 * size);
    float fifth = abs(mod(floor(along + 0.5), 5.0)) < 0.5 ? 1.0 : 0.45;
    drawn = max(drawn, 0.8 * smoothstep(0.09, 0.04, abs(fract(along + 0.5) - 0.5)) * step(border - 8.0 * size * fifth, low) * step(low, border));
    drawn *= low < border - 0.5 * size && low > border - 8.5 * size ? 1.0 : (low < border ? 0.9 : 1.0);
    float chalk = 0.80 + 0.35 * (solid(spot, 2.0) - 0.3);
    return mix(blue, vec3(0.90, 0.95, 1.0), clamp(drawn * clamp(chalk, 0.6, 1.05), 0.0, 1.0));
}
