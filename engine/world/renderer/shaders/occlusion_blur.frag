// Averages the 4x4 pattern of directions away, without crossing edges of depth.
in vec2 uv;
out float open_share;
uniform sampler2D occlusion_map;
uniform sampler2D depth_map;
void main() {
    vec2 texel = 2.0 * screen.zw;
    float depth = texture(depth_map, uv).r, total = 0.0, weight = 0.0;
    for (int i = 0; i < 9; i++) {
        vec2 at = uv + (vec2(i % 3, i / 3) - 1.0) * texel * 1.5;
        float w = exp(-abs(texture(depth_map, at).r - depth) * 14.0 / (depth * 0.35 + 0.3)) + 1e-4;
        total += w * texture(occlusion_map, at).r;
        weight += w;
    }
    open_share = total / weight;
}
