void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    float patch_tone = fbm(at.uv * 0.23);
    float stone = value_noise(at.uv * 95.0), fine = hash1(floor(at.uv * 160.0));
    float near = seen(0.018, at);
    float crack_line = abs(fbm(at.uv * 0.7 + 31.0) - 0.5);
    float crack = (1.0 - smoothstep(0.002, 0.006 + at.grain * 0.35, crack_line)) * smoothstep(0.55, 0.7, value_noise(at.uv * 0.31 + 7.0)) * seen(0.05, at);
    look.color = mix(at.color, at.color2, 0.45 * smoothstep(0.3, 0.75, patch_tone));
    look.color *= 1.0 + near * (0.55 * (stone - 0.5) + 0.25 * (fine - 0.5));
    look.color *= 1.0 - 0.35 * crack;
    look.roughness = 0.88 - 0.08 * patch_tone;
    look.height = near * 0.0022 * stone - 0.002 * crack;
}
