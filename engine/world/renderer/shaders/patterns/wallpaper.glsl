// A damask-like figure repeated in a half drop.
void pattern(inout Look look, Place at) {
    vec2 uv = at.uv / at.scale;
    uv.y += 0.5 * mod(floor(uv.x), 2.0);
    vec2 f = fract(uv) - 0.5;
    float pixel = at.grain / at.scale, r = length(f * vec2(1.25, 0.9)), turn = atan(f.x, f.y);
    float petals = 0.27 + 0.085 * cos(turn * 6.0) + 0.03 * cos(turn * 12.0);
    float flower = 1.0 - smoothstep(-0.015 - pixel, 0.015 + pixel, r - petals);
    float inner = 1.0 - smoothstep(-0.012 - pixel, 0.012 + pixel, abs(r - petals * 0.55) - 0.02);
    float vine = 1.0 - smoothstep(0.0, 0.014 + pixel, abs(abs(f.x) - 0.46 + 0.03 * cos(f.y * 12.5664)) - 0.006);
    float figure = mix(0.3, max(flower - inner, vine), seen(at.scale * 0.3, at));
    look.color = mix(at.color, at.color2, figure * 0.75);
    look.roughness = 0.85;
}
