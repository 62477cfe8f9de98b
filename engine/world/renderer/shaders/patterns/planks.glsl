// Boards side by side with their own tone, fine grain and dark joints.
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    float row = floor(uv.y);
    float along = uv.x / 7.0 + hash1(vec2(row, 3.7)) * 5.0;
    vec2 board = vec2(floor(along), row);
    float tone = hash1(board + 0.5);
    float pixel = at.grain / at.scale;
    float joint = max(1.0 - smoothstep(0.0, 0.035 + pixel, min(fract(uv.y), 1.0 - fract(uv.y))),
                      1.0 - smoothstep(0.0, 0.004 + pixel / 7.0, min(fract(along), 1.0 - fract(along))));
    joint *= seen(at.scale * 0.25, at) ;
    vec2 fibres = vec2(along * 9.0 + tone * 40.0, uv.y * 7.0 + tone * 13.0);
    float wave = value_noise(fibres * vec2(0.5, 1.0));
    float fibre = value_noise(fibres * vec2(1.0, 6.0) + wave * 2.0);
    float fade = seen(at.scale * 0.12, at);
    look.color = mix(at.color, at.color2, 0.15 + 0.5 * tone) * mix(1.0, 0.82 + 0.26 * fibre + 0.12 * wave, fade);
    look.color *= 1.0 - 0.65 * joint;
    look.roughness += 0.1 * (fibre - 0.5) * fade + 0.25 * joint;
}
