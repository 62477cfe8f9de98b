vec3 styled(vec2 at) {
    vec3 c = saturated(smooth_edges(at).rgb, 1.28);
    float l = luma(c), bands = 7.0;
    float stepped = (floor(l * bands) + smoothstep(0.35, 0.65, fract(l * bands))) / bands;
    c *= mix(1.0, (stepped + 0.03) / (l + 0.03), 0.75);
    float line = ink(at, max(1.0, screen.y / 540.0));
    return mix(c, vec3(0.05, 0.045, 0.075), line * 0.92);
}
