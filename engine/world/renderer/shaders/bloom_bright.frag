// A quarter-size picture of what is brighter than white.
in vec2 uv;
out vec4 color;
uniform sampler2D light_map;
void main() {
    vec3 sum = vec3(0.0);
    for (int i = 0; i < 4; i++) {
        vec3 c = texture(light_map, uv + (vec2(i % 2, i / 2) * 2.0 - 1.0) * screen.zw).rgb * tone.x;
        sum += c * smoothstep(0.9, 2.2, max(c.r, max(c.g, c.b)));
    }
    sum *= 0.25;
    color = vec4(sum / (1.0 + 0.6 * sum), 1.0);   // a bright window must not wash faces out
}
