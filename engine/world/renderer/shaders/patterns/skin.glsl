void pattern(inout Look look, Place at) {
    float blush = value_noise3(at.p * 16.0 + at.seed * 3.0), pore = value_noise3(at.p * 190.0);
    float near = seen(0.008, at);
    look.color = mix(at.color, at.color * vec3(1.06, 0.86, 0.80), 0.5 * blush) * mix(1.0, 0.96 + 0.08 * pore, near);
    look.roughness = 0.52 + 0.1 * blush;
}
