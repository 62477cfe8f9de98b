// Hard light: blacks without detail, whites that burn, grain that sits on things, a dark frame.
vec3 styled(vec2 at) {
    vec3 c = smooth_edges(at).rgb;
    Spot spot = spot_at(at);
    float l = dot(c, vec3(0.42, 0.48, 0.10));
    l = mix(l, smoothstep(0.10, 0.93, l), 0.92);
    l = mix(l, l * l * (3.0 - 2.0 * l), 0.55);
    vec2 off = (at - 0.5) * vec2(1.0, 0.9);
    l *= 1.0 - 1.5 * dot(off, off) - 1.2 * dot(off, off) * dot(off, off);
    float size = max(screen.y / 720.0, 0.6);
    l += (solid(spot, 1.9 * size) - 0.5) * 0.085 * (1.0 - 0.55 * l);
    return vec3(l) * vec3(1.0, 0.99, 0.97);
}
