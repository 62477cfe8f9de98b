void pattern(inout Look look, Place at) {
    vec3 p = at.p / at.scale, cell = floor(p);
    float nearest = 9.0;
    for (int i = 0; i < 27; i++) {
        vec3 other = cell + vec3(i % 3 - 1, (i / 3) % 3 - 1, i / 9 - 1);
        vec3 jitter = vec3(hash3(other + 1.5), hash3(other + 7.5), hash3(other + 3.5));
        vec3 away = other + 0.2 + 0.6 * jitter - p;
        nearest = min(nearest, dot(away, away) * (0.7 + 0.9 * jitter.x));
    }
    float pixel = at.grain / at.scale, r = sqrt(nearest);
    look.color = mix(at.color2, at.color, smoothstep(0.36 - pixel, 0.40 + pixel, r));
}
