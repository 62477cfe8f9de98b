vec3 styled(vec2 at) {
    float block = max(2.0, floor(screen.y / 120.0));
    vec2 cell = floor(gl_FragCoord.xy / block);
    vec3 c = vec3(0.0);
    for (int i = 0; i < 4; i++) c += texture(picture_map, (cell + 0.25 + 0.5 * vec2(i % 2, i / 2)) * block * screen.zw).rgb;
    c = saturated(c * 0.25, 1.35);
    vec2 q = mod(cell, 4.0);
    float bayer = fract(dot(q, vec2(0.5, 0.75)) + 0.25 * floor(q.x * 0.5) + 0.125 * floor(q.y * 0.5)) - 0.5;
    c += bayer * 0.06;
    float line = ink((cell + 0.5) * block * screen.zw, block * 0.75);
    c = floor(clamp(c, 0.0, 1.0) * 7.0 + 0.5) / 7.0;
    return mix(c, c * 0.45, line * 0.7);
}
