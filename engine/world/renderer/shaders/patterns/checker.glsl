void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    float pixel = at.grain / at.scale;
    float u = 2.0 * stripe(uv.x * 0.5, 0.5, pixel * 0.5) - 1.0, v = 2.0 * stripe(uv.y * 0.5, 0.5, pixel * 0.5) - 1.0;
    look.color = mix(at.color, at.color2, 0.5 + 0.5 * u * v);
}
