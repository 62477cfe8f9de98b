void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale, cell = floor(uv), f = uv - cell;
    float pixel = at.grain / at.scale;
    vec2 edge = min(f, 1.0 - f);
    float fade = seen(at.scale * 0.35, at);
    float joint = mix(0.06, 1.0 - smoothstep(0.012, 0.03 + pixel, min(edge.x, edge.y)), fade);
    float tone = hash1(cell + 2.0);
    look.color = mix(at.color * mix(1.0, 0.92 + 0.14 * tone, fade), at.color2, joint);
    look.roughness = mix(look.roughness, 0.85, joint);
    look.height = -0.004 * joint * fade;
}
