// Brings the half-size mirror images to full size without crossing edges of depth; added to the light.
in vec2 uv;
out vec4 color;
uniform sampler2D mirror_map;
uniform sampler2D depth_map;
void main() {
    float depth = min(texture(depth_map, uv).r, 1e5);
    vec2 size = vec2(textureSize(mirror_map, 0)), place = uv * size - 0.5, cell = floor(place), f = place - cell;
    vec3 sum = vec3(0.0);
    float total = 1e-4;
    for (int i = 0; i < 4; i++) {
        vec2 corner = vec2(i % 2, i / 2);
        vec4 tap = texture(mirror_map, (cell + corner + 0.5) / size);
        vec2 near = mix(1.0 - f, f, corner);
        float w = near.x * near.y * exp(-abs(tap.a - depth) * 12.0 / (0.2 + depth * 0.2));
        sum += tap.rgb * w;
        total += w;
    }
    color = vec4(sum / total, 0.0);
}
