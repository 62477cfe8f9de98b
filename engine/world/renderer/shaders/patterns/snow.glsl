void pattern(inout Look look, Place at) {
    vec2 uv = at.uv;
    float drift = fbm(uv * 0.5), soft = value_noise(uv * 3.1 + drift * 2.0);
    float grain = hash1(floor(uv * 170.0));
    float near = seen(0.012, at);
    look.color = mix(at.color, at.color2, 0.10 * smoothstep(0.4, 0.8, drift));
    look.color *= 0.97 + 0.05 * soft;
    look.roughness = 0.75 - near * 0.5 * step(0.992, grain);
    look.height = 0.10 * drift + 0.025 * soft * seen(0.5, at);
}
