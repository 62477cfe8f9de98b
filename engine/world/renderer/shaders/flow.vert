// Where each point is now and where it will be seen later.
in vec3 position;
in vec3 normal;
in float drawable;
in vec3 rest;
in vec3 rest_normal;
in vec3 next_position;
uniform sampler2D matrices;
uniform sampler2D next_matrices;
out vec4 later_clip;
vec4 placed(sampler2D table, int row, vec3 at) {
    vec4 p = vec4(at, 1.0);
    return vec4(dot(texelFetch(table, ivec2(0, row), 0), p), dot(texelFetch(table, ivec2(1, row), 0), p), dot(texelFetch(table, ivec2(2, row), 0), p), 1.0);
}
void main() {
    int row = int(drawable + 0.5);
    later_clip = later * placed(next_matrices, row, next_position);
    gl_Position = projection * (view * placed(matrices, row, position));
}
