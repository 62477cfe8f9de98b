in vec3 position;
in vec3 normal;
in float drawable;
uniform sampler2D matrices;
uniform int slot;
void main() {
    int row = int(drawable + 0.5);
    vec4 p = vec4(position, 1.0);
    vec3 world = vec3(dot(texelFetch(matrices, ivec2(0, row), 0), p),
                      dot(texelFetch(matrices, ivec2(1, row), 0), p),
                      dot(texelFetch(matrices, ivec2(2, row), 0), p));
    gl_Position = shadow[slot] * vec4(world, 1.0);
}
