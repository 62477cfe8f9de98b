// Averages one 4x4 grid of directions away, without crossing edges of depth.
in vec2 uv;
out float open_share;
uniform sampler2D occlusion_map;
void main() {
    vec2 texel = 1.0 / vec2(textureSize(occlusion_map, 0));
    float depth = texture(occlusion_map, uv).g, total = 0.0, weight = 0.0, scale = 16.0 / (depth * 0.3 + 0.25);
    for (int i = 0; i < 16; i++) {
        vec2 tap = texture(occlusion_map, uv + (vec2(i % 4, i / 4) - 1.0) * texel).rg;
        float w = exp(-abs(tap.g - depth) * scale) + 1e-4;
        total += w * tap.r;
        weight += w;
    }
    open_share = total / weight;
}
