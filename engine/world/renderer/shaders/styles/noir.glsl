vec3 styled(vec2 at) {
    vec3 c = smooth_edges(at).rgb;
    float l = dot(c, vec3(0.42, 0.48, 0.10));
    l = mix(l, smoothstep(0.03, 0.74, l), 0.85);
    vec2 off = at - 0.5;
    l *= 1.0 - 1.15 * dot(off, off);
    l += grain(floor(gl_FragCoord.xy)) * 0.055 * (1.0 - 0.5 * l);
    return vec3(l) * vec3(1.0, 0.99, 0.97);
}
