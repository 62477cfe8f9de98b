vec3 styled(vec2 at) {
    vec3 c = smooth_edges(at).rgb;
    vec2 off = at - 0.5;
    c = saturated(c, 1.14);
    c = mix(c, c * c * (3.0 - 2.0 * c), 0.28);
    return c * (1.0 - 0.42 * dot(off, off));
}
