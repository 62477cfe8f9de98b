// Marks, as depth, where another look a part of a pixel aside can differ: 0 a thing, 0.5 the sky there, 1 nothing.
in vec2 uv;
uniform sampler2D depth_map;
uniform sampler2D normal_map;
void main() {
    float depth = texture(depth_map, uv).r, mark = 1.0;
    bool sky = depth > 1e6;
    float near = sky ? 0.0 : 1.0 / depth;
    vec3 n = texture(normal_map, uv).xyz;
    const vec2 around[4] = vec2[4](vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0));
    float fold[4], turn = 0.0;
    for (int i = 0; i < 4; i++) {
        vec2 at = uv + around[i] * screen.zw;
        float other = texture(depth_map, at).r;
        fold[i] = other > 1e6 ? 0.0 : 1.0 / other;
        turn = max(turn, 1.0 - dot(n, texture(normal_map, at).xyz));
    }
    // On a plane 1/depth runs straight over the picture.
    float bend = max(abs(fold[0] + fold[1] - 2.0 * near), abs(fold[2] + fold[3] - 2.0 * near));
    if (bend > 0.02 * max(near, 1e-3) || (turn > 0.12 && !sky)) mark = sky ? 0.5 : 0.0;
    gl_FragDepth = mark;
}
