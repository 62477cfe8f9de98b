// Weave over and under, with slow folds of tone.
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / (at.scale * 0.05);
    vec2 f = fract(uv) - 0.5;
    float over = mod(floor(uv.x) + floor(uv.y), 2.0);
    float thread = over > 0.5 ? 1.0 - 2.8 * f.y * f.y : 1.0 - 2.8 * f.x * f.x;
    float near = seen(at.scale * 0.06, at);
    float tone = fbm(at.uv / at.scale * 2.0);
    look.color = mix(at.color, at.color2, near * 0.35 * over) * (0.9 + 0.2 * tone);
    look.color *= mix(0.9, 0.62 + 0.42 * thread, near);
    look.roughness = max(look.roughness, 0.8);
    look.height = near * at.scale * 0.012 * thread;
}
