// Rock with what lies on it: snow, grass or sand (color2) wherever the ground is level enough.
void pattern(inout Look look, Place at) {
    vec3 p = at.p / at.scale;
    float broad = fbm(p.xz * 0.23 + at.seed * 7.0), fine = fbm(p.xz * 1.3 + p.y * 0.7 + 5.0);
    float layer = value_noise(vec2(p.y * 2.6 + broad * 3.0, broad * 2.0));
    float lump = value_noise3(p * 1.7) * 0.6 + value_noise3(p * 4.3 + 9.0) * 0.4;
    float near = seen(at.scale * 0.25, at);
    vec3 rock = at.color * (0.62 + 0.34 * layer + 0.5 * (fine - 0.35)) * mix(1.0, 0.7 + 0.6 * lump, 0.4 + 0.6 * near);
    float level = at.n.y + 0.42 * (fine - 0.5) + 0.22 * (broad - 0.5);
    float cover = smoothstep(0.70, 0.79, level) * smoothstep(-0.95, -0.45, at.box.y + 0.35 * (fine - 0.5));
    look.color = mix(rock, at.color2 * (0.90 + 0.16 * fine), cover);
    look.roughness = 0.93;
    look.height = near * at.scale * 0.10 * lump * (1.0 - 0.7 * cover);
}
