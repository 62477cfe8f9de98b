// Grain along the longest side, with rings and fine fibres.
void pattern(inout Look look, Place at) {
    vec3 h = at.half_size;
    vec3 p = h.x > max(h.y, h.z) ? at.p.yzx : (h.y > h.z ? at.p.zxy : at.p);   // z runs along the grain
    p += at.seed * 7.0;
    vec2 across = p.xy / at.scale;
    float drift = value_noise(vec2(p.z * 1.3 / at.scale, across.x + across.y));
    float ring = length(across * vec2(1.0, 0.55) + vec2(2.2, 1.4)) * 3.0 + drift * 0.9;
    float band = abs(fract(ring) * 2.0 - 1.0);
    float fibre = value_noise(vec2((across.x + across.y * 1.7) * 26.0, p.z * 1.2 / at.scale));
    float fade = seen(at.scale * 0.2, at);
    float dark = mix(0.35, band * band * 0.7, fade);
    look.color = mix(at.color, at.color2, dark * 0.8) * mix(1.0, 0.86 + 0.28 * fibre, seen(at.scale * 0.05, at));
    look.roughness += 0.12 * (dark - 0.3);
}
