// Running bond with analytic joints, so that far walls stay calm.
void pattern(inout Look look, Place at) {
    vec2 size = at.scale * vec2(1.0, 0.36), uv = at.uv / size;
    float row = floor(uv.y);
    uv.x += 0.5 * mod(row, 2.0);
    vec2 cell = floor(uv), pixel = vec2(at.grain) / size;
    float mortar = max(stripe(uv.x, 0.055, pixel.x), stripe(uv.y, 0.15, pixel.y * 1.3));
    float fade = seen(at.scale * 0.3, at), close = seen(at.scale * 0.06, at);
    float tone = hash1(cell + 11.0), rough = value_noise(at.uv / at.scale * 19.0), stain = fbm(at.uv * 0.45);
    vec3 brick = at.color * mix(1.0, 0.68 + 0.55 * tone, fade) * mix(1.0, 0.85 + 0.3 * rough, close);
    brick = mix(brick, brick.rrr * vec3(0.9, 0.7, 0.62), 0.25 * step(0.8, tone) * fade);
    look.color = mix(brick, at.color2 * (0.9 + 0.2 * rough * close), mortar) * (0.86 + 0.24 * stain);
    look.roughness = 0.88;
    look.height = close * at.scale * (0.030 * (1.0 - mortar) + 0.010 * rough);
}
