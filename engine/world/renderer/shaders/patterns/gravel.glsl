void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / (at.scale * 0.18), cell = floor(uv);
    float best = 9.0, tone = 0.5;
    for (int i = 0; i < 9; i++) {
        vec2 other = cell + vec2(i % 3 - 1, i / 3 - 1);
        vec2 away = other + 0.15 + 0.7 * hash2(other) - uv;
        float d = dot(away, away);
        tone = d < best ? hash1(other + 5.0) : tone;
        best = min(best, d);
    }
    float near = seen(at.scale * 0.15, at);
    float stone = clamp(1.0 - best * 1.4, 0.0, 1.0);
    float patches = fbm(at.uv * 0.4);
    vec3 color = mix(at.color, at.color2, mix(0.45, tone, near));
    look.color = color * mix(0.85, 0.4 + 0.7 * stone, near) * (0.72 + 0.56 * patches) * mix(1.0, 0.86 + 0.28 * value_noise(at.uv * 9.0), seen(0.1, at));
    look.roughness = 0.92;
    look.height = near * at.scale * 0.07 * stone;
}
