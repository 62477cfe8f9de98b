// Half size: light, and in alpha the radius of its blur disc in heights of the picture; before the focus below 0.
in vec2 uv;
out vec4 color;
uniform sampler2D light_map;
uniform sampler2D depth_map;
void main() {
    vec4 sum = vec4(0.0);
    float nearest = 0.05;
    for (int i = 0; i < 4; i++) {
        vec2 at = uv + (vec2(i % 2, i / 2) - 0.5) * screen.zw;
        float disc = clamp(optics.z * (1.0 / lens.z - 1.0 / min(texture(depth_map, at).r, 1e4)), -0.02, 0.02);
        float w = 0.05 + abs(disc) * 50.0;
        sum += vec4(min(texture(light_map, at).rgb, 24.0), 1.0) * w;
        nearest = min(nearest, disc);
    }
    color = vec4(sum.rgb / sum.a, nearest);
}
