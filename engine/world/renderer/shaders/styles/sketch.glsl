vec3 styled(vec2 at) {
    float size = max(screen.y / 480.0, 0.75);
    vec2 p = gl_FragCoord.xy / size;
    vec2 shake = (vec2(value_noise(p * 0.06), value_noise(p * 0.06 + 50.0)) - 0.5) * 2.2 * screen.zw * size;
    vec3 c = texture(picture_map, at).rgb;
    float l = luma(c);
    float line = max(ink(at + shake, size), 0.7 * ink(at - shake * 1.3, size));
    float fibre = value_noise(p * 0.9) * 0.5 + value_noise(p * 0.31) * 0.5;
    float shade = smoothstep(0.62, 0.36, l) * hatch(p, 0.8, 5.5) * 0.55
                + smoothstep(0.42, 0.2, l) * hatch(p, -0.7, 5.0) * 0.6
                + smoothstep(0.24, 0.06, l) * hatch(p, 0.1, 4.2) * 0.6;
    float tone_wash = smoothstep(0.85, 0.1, l) * 0.16;
    float pencil = clamp(max(line * 0.95, shade) * (0.72 + 0.42 * fibre) + tone_wash, 0.0, 1.0);
    vec3 paper = vec3(0.955, 0.94, 0.905) * (0.965 + 0.05 * fibre);
    return mix(paper, mix(vec3(0.17, 0.165, 0.18), c * 0.5, 0.25), pencil);
}
