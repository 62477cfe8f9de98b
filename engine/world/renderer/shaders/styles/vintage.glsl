vec3 styled(vec2 at) {
    float beat = floor(eye.w * 24.0 + 0.5);
    at += (vec2(hash1(vec2(beat, 1.0)), hash1(vec2(beat, 7.0))) - 0.5) * vec2(0.0010, 0.0022);
    vec3 c = smooth_edges(at).rgb;
    vec2 off = at - 0.5;
    c = saturated(c, 0.62);
    c = 0.09 + c * vec3(0.88, 0.80, 0.66);
    c = mix(c, c * c * (3.0 - 2.0 * c), 0.35) * vec3(1.04, 0.98, 0.86) + vec3(0.03, 0.02, 0.045);
    c *= (1.0 - 0.85 * dot(off, off)) * (0.985 + 0.03 * hash1(vec2(beat, 3.0)));
    c += grain(floor(gl_FragCoord.xy * 0.75)) * 0.045;
    float scratch_x = hash1(vec2(floor(beat / 5.0), 11.0));
    c += 0.10 * (1.0 - smoothstep(0.0, 0.0011, abs(at.x - scratch_x))) * step(0.72, hash1(vec2(floor(beat / 5.0), 5.0)));
    return c;
}
