void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    float stain = fbm(at.uv * 0.8 + at.seed * 20.0), fine = value_noise(at.uv * 40.0), pore = value_noise(at.uv * 23.0 + 9.0);
    float near = seen(0.05, at);
    look.color = mix(at.color, at.color2, 0.55 * smoothstep(0.35, 0.75, stain));
    look.color *= 1.0 + near * 0.18 * (fine - 0.5);
    float hole = smoothstep(0.86, 0.93, pore) * near;
    look.color *= 1.0 - 0.35 * hole;
    look.roughness = 0.85;
    look.height = near * (0.0012 * fine - 0.004 * hole);
}
