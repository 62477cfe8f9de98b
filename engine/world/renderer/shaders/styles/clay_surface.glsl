// Plasticine: lumps of the hand that shaped it, ridges of fingertips here and there.
float pressed(Place at) {
    vec3 p = at.p + at.seed * 7.0;
    float lumps = value_noise3(p * 17.0) * 0.6 + value_noise3(p * 41.0) * 0.4;
    vec3 cell = floor(p * 22.0), inside = fract(p * 22.0) - 0.5;
    float pick = hash3(cell + 3.7);
    vec3 off = vec3(hash3(cell + 11.0), hash3(cell + 23.0), hash3(cell + 37.0)) * 0.5 - 0.25;
    float r = length(inside - off) * (0.85 + 0.3 * value_noise3(p * 60.0));
    float ridges = sin(r * 62.0 + 5.0 * pick) * smoothstep(0.42, 0.25, r) * step(0.55, pick);
    return lumps * 0.008 * seen(0.05, at) + ridges * 0.00022 * seen(0.006, at);
}
