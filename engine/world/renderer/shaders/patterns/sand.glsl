void pattern(inout Look look, Place at) {
    vec2 uv = at.uv;
    float dune = fbm(uv * 0.35), wind = value_noise(uv * vec2(1.4, 0.9));
    float ripple = 0.5 + 0.5 * sin(uv.y * 30.0 + wind * 9.0 + dune * 14.0);
    float grain = hash1(floor(uv * 240.0));
    float middle = seen(0.11, at), near = seen(0.008, at);
    look.color = mix(at.color, at.color2, 0.6 * smoothstep(0.3, 0.8, dune) + 0.12 * (ripple - 0.5) * middle);
    look.color *= 1.0 + near * 0.5 * (grain - 0.5);
    look.roughness = 0.93;
    look.height = middle * 0.011 * ripple + 0.05 * dune;
}
