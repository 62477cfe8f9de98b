void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / (at.scale * vec2(1.0, 0.36));
    uv.x += 0.5 * mod(floor(uv.y), 2.0);
    vec2 cell = floor(uv), f = uv - cell;
    vec2 pixel = vec2(at.grain) / (at.scale * vec2(1.0, 0.36));
    vec2 edge = min(f, 1.0 - f);
    float mortar = 1.0 - min(smoothstep(0.02, 0.045 + pixel.x, edge.x), smoothstep(0.06, 0.12 + pixel.y, edge.y));
    float fade = seen(at.scale * 0.3, at);
    mortar = mix(0.22, mortar, fade);
    float tone = hash1(cell + 11.0), rough = value_noise(at.uv / at.scale * 19.0);
    vec3 brick = at.color * mix(1.0, 0.68 + 0.55 * tone, fade) * mix(1.0, 0.85 + 0.3 * rough, seen(at.scale * 0.07, at));
    brick = mix(brick, brick.rrr * vec3(0.9, 0.7, 0.62), 0.25 * step(0.8, tone) * fade);
    look.color = mix(brick, at.color2 * (0.9 + 0.2 * rough), mortar);
    look.roughness = 0.88;
    look.height = fade * at.scale * (0.035 * (1.0 - mortar) + 0.012 * rough);
}
