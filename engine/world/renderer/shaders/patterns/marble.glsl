void pattern(inout Look look, Place at) {
    vec3 p = at.p / at.scale + at.seed * 11.0;
    float cloud = value_noise3(p * 1.1);
    float wander = value_noise3(p * 2.7 + cloud * 2.0);
    float vein = abs(sin((p.x + p.y * 0.7 + p.z * 0.5) * 1.6 + wander * 4.5 + cloud * 3.0));
    float fade = seen(at.scale * 0.1, at);
    float line = mix(0.2, pow(1.0 - vein, 5.0), fade);
    look.color = mix(at.color * (0.9 + 0.14 * cloud), at.color2, clamp(line * 0.9 + 0.18 * wander * cloud, 0.0, 1.0));
}
