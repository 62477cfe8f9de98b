in vec2 uv;
out vec4 color;
uniform sampler2D bright_map;
uniform vec2 stride;
void main() {
    vec3 sum = texture(bright_map, uv).rgb * 0.1964;
    sum += (texture(bright_map, uv + stride * 1.41).rgb + texture(bright_map, uv - stride * 1.41).rgb) * 0.2969;
    sum += (texture(bright_map, uv + stride * 3.29).rgb + texture(bright_map, uv - stride * 3.29).rgb) * 0.0945;
    sum += (texture(bright_map, uv + stride * 5.2).rgb + texture(bright_map, uv - stride * 5.2).rgb) * 0.0104;
    color = vec4(sum, 1.0);
}
