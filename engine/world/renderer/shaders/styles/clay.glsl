vec3 styled(vec2 at) {
    vec3 c = smooth_edges(at).rgb;
    vec2 off = at - 0.5;
    c = saturated(c, 1.08);
    c = pow(c, vec3(0.88));
    return c * (1.0 - 0.42 * dot(off, off));
}
