void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    float near = seen(at.scale * 0.02, at);
    float line = value_noise(vec2(uv.x * 3.0, uv.y * 120.0)), broad = value_noise(vec2(uv.x * 1.3, uv.y * 22.0));
    look.color = mix(at.color, at.color2, 0.25 * broad) * mix(1.0, 0.86 + 0.28 * line, near);
    look.roughness = clamp(look.roughness + 0.16 * (broad - 0.5) + 0.12 * (line - 0.5) * near, 0.05, 1.0);
}
