void pattern(inout Look look, Place at) {
    float near = seen(0.012, at), middle = seen(at.scale * 0.25, at);
    float tuft = value_noise(at.uv * 130.0), walk = fbm(at.uv * 1.6);
    vec2 edge = at.half_size.xz - abs(at.box.xz * at.half_size.xz);
    float border = stripe(min(edge.x, edge.y) / at.scale - 0.75, 0.5, at.grain / at.scale) * step(min(edge.x, edge.y), at.scale * 1.5);
    vec2 f = abs(fract(at.uv / at.scale) - 0.5);
    float diamond = smoothstep(-0.02, 0.02 + at.grain / at.scale, 0.22 - (f.x + f.y) * 0.5) * middle;
    look.color = mix(at.color, at.color2, max(border, 0.35 * diamond));
    look.color *= (0.88 + 0.2 * walk) * mix(0.9, 0.6 + 0.62 * tuft, near);
    look.roughness = 0.95;
    look.height = near * 0.004 * tuft;
}
