// The bands of a coat: round the trunk, across the legs, wandering and forked.
void pattern(inout Look look, Place at) {
    vec3 p = at.p / at.scale;
    float leg = 1.0 - smoothstep(3.2, 4.4, p.y);
    float wander = 0.9 * sin(1.3 * p.y + 0.6 * sin(2.1 * p.z)) + 0.5 * sin(2.7 * p.x + 1.1 * p.z);
    float pixel = at.grain / at.scale;
    float round = sin(3.14159265 * (1.25 * p.z + 0.35 * wander));
    float wave = mix(round, sin(3.14159265 * 1.9 * p.y), leg);
    look.color = mix(at.color, at.color2, smoothstep(0.15 - 3.0 * pixel, 0.15 + 3.0 * pixel + 0.08, wave));
}
